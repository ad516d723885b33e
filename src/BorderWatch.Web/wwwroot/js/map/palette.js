// The map's colours in light and dark. Those of the event types are the style sheet's, so that a dot on the map and a mark in a list are one colour.
const grounds = {
  light: {
    sea: '#d7e0e6', land: '#f7f6f2', coast: '#b3c0c9', border: '#8f9aa3', countryName: '#6b7780', townName: '#3f4c56', halo: '#fbfaf7',
    edge: '#ffffff', several: '#34424d', onSpot: '#ffffff', onArea: '#1b262f', selected: '#0b1720', strip: '#e0dfd6',
  },
  dark: {
    sea: '#0d151a', land: '#1e2930', coast: '#33424c', border: '#586771', countryName: '#8e9ca7', townName: '#c2ced6', halo: '#141d23',
    edge: '#10171c', several: '#dbe4ea', onSpot: '#0d1419', onArea: '#eef3f6', selected: '#ffffff', strip: '#2b3942',
  },
};

/** The colours now. */
export const palette = () => {
  const style = getComputedStyle(document.documentElement);
  const ofEvent = slug => style.getPropertyValue(`--bw-event-${slug}`).trim() || '#5b6974';
  const slugs = ['battles', 'explosions', 'civilians', 'protests', 'riots', 'strategic', 'other'];
  return { ...grounds[document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light'], events: Object.fromEntries(slugs.map(slug => [slug, ofEvent(slug)])) };
};
