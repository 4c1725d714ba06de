import '@fontsource-variable/noto-sans-sc/index.css';
import './theme/tokens.css';
import './theme/base.css';
import './theme/frame.css';
import './theme/parts.css';
import './theme/screens.css';
import './theme/board.css';
import './theme/print.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { queryClient } from './client/queryClient.ts';

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <App />
      </QueryClientProvider>
    </StrictMode>,
  );
}
