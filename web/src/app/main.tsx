import '#web/ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { loadLanguage } from '#web/i18n/index.ts';
import { App } from './app.tsx';
import { preferences } from './preferences.ts';

function start(root: Element): void {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}

const root = document.querySelector('#root');
if (root !== null) {
  loadLanguage(preferences().language).then(
    () => start(root),
    () => {
      // Without words nothing can be translated: the one sentence that is in both languages.
      root.textContent = 'Passerelle ne répond pas ; rechargez la page. Passerelle does not answer; reload the page.';
    },
  );
}
