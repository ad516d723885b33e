# The web application, for docker-compose.yml, which gives it a database.
# Not yet run by us: it was written on a machine without a Docker engine.
FROM node:20-bookworm-slim AS node

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
# npm fetches the gazetteer and the browser's libraries during the build.
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY --from=node /usr/local/lib/node_modules /usr/local/lib/node_modules
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
WORKDIR /source
COPY . .
RUN CI=true dotnet publish src/BorderWatch.Web --configuration Release --output /application

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /application
COPY --from=build /application .
RUN mkdir /data && chown "$APP_UID" /data
ENV BORDERWATCH_DATA=/data ASPNETCORE_HTTP_PORTS=8080
VOLUME /data
EXPOSE 8080
USER $APP_UID
ENTRYPOINT ["dotnet", "BorderWatch.Web.dll"]
