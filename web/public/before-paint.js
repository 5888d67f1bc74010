// Runs before the first paint: an explicit theme and the language must be on <html> already.
// Kept out of the bundle because the content security policy forbids inline scripts.
{
  try {
    const theme = localStorage.getItem('passerelle.theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
    const asked = localStorage.getItem('passerelle.language') || navigator.language || 'fr';
    document.documentElement.lang = asked.slice(0, 2) === 'en' ? 'en' : 'fr';
  } catch {
    // Storage may be refused (private window): the system theme and French remain.
  }
}
