// Runs before the first paint. The cookie is what the server reads; without a choice of the reader it follows the system.
(() => {
  const chosen = localStorage.getItem('borderwatch-scheme');
  const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  const keep = scheme => {
    document.cookie = `borderwatch-scheme=${scheme}; path=/; max-age=31536000; samesite=strict`;
    document.documentElement.dataset.theme = scheme;
  };
  const served = document.documentElement.dataset.theme;
  const wanted = chosen ?? system;
  keep(wanted);
  // The very first visit was served in the wrong colours: fetch the page once more, now that the cookie is there.
  if (served !== wanted && navigator.cookieEnabled && !sessionStorage.getItem('borderwatch-served')) {
    sessionStorage.setItem('borderwatch-served', '1');
    location.reload();
  }
  window.borderWatch = {
    setScheme(scheme) {
      localStorage.setItem('borderwatch-scheme', scheme);
      keep(scheme);
    }
  };
})();
