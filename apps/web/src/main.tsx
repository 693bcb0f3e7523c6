import './styles/index.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { App } from './App.tsx';
import { splitPath } from './i18n/i18n.ts';
import { applyTheme, readTheme } from './lib/theme.ts';

applyTheme(readTheme());
globalThis.document.documentElement.lang = splitPath(globalThis.location.pathname).lang;

const app = globalThis.document.getElementById('app');
if (app === null) throw new Error('index.html has no element with id app');
// No hydration: the server sends an empty page, since every page is computed in the browser.
createRoot(app).render(
  <StrictMode>
    <BrowserRouter>
      <App />
    </BrowserRouter>
  </StrictMode>,
);
