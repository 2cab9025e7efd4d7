import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/notifications/styles.css';
import './app/theme/base.css';
import { setNonce } from 'get-nonce';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Application } from './app/application.tsx';
import { createBridge, listenForPorts } from './app/bridge/bridge.ts';
import { BridgeContext } from './app/bridge/use-bridge.ts';
import { followSession } from './app/session/session.ts';
import { ThemeProvider } from './app/theme/theme-provider.tsx';

const bridge = createBridge();
listenForPorts(window, bridge);
followSession(bridge);

const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
setNonce(nonce);

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no root');
createRoot(root).render(
  <StrictMode>
    <BridgeContext value={bridge}>
      <ThemeProvider nonce={nonce}>
        <Application />
      </ThemeProvider>
    </BridgeContext>
  </StrictMode>,
);
