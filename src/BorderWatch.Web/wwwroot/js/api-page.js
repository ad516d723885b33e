// Begins Scalar's page of the API, without fonts from elsewhere and without its own services.
window.Scalar.createApiReference('#app', {
  url: '/openapi/v1.json', withDefaultFonts: false, favicon: '/mark.svg', hideClientButton: true, telemetry: false, agent: { disabled: true }, mcp: { disabled: true },
  showDeveloperTools: 'never', documentDownloadType: 'direct',
});
