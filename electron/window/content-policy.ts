/** The sources a page may use, as a Content-Security-Policy: never anything remote. */
const policy = (directives: Readonly<Record<string, string>>): string =>
  Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ');

const NOWHERE = {
  'default-src': "'none'",
  'frame-src': "'none'",
  'object-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
  'manifest-src': "'none'",
  'media-src': "'none'",
} as const;

/** The window's policy. Styles made while it runs carry the document's nonce; scripts come from the application's own files only. */
export function pagePolicy(nonce: string, devSocket: string | null): string {
  return policy({
    ...NOWHERE,
    // The development server's page has one inline script of its own, which carries the nonce.
    'script-src': devSocket === null ? "'self'" : `'self' 'nonce-${nonce}'`,
    'style-src': `'self' 'nonce-${nonce}'`,
    'img-src': "'self' data: blob:",
    'font-src': "'self'",
    'connect-src': devSocket === null ? "'self'" : `'self' ${devSocket}`,
    'worker-src': "'self'",
  });
}

/** The policy of a page being set for print: its own styles and the pictures in it, no script at all. */
export const PRINT_POLICY = policy({ ...NOWHERE, 'style-src': "'unsafe-inline'", 'img-src': 'data:', 'font-src': 'data:' });

/** The policy of the empty page shown while a locked window is emptied. */
export const EMPTY_POLICY = policy(NOWHERE);

/** Features of the platform that no page of ours may use, whoever asks. */
export const PERMISSIONS_POLICY = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
]
  .map((feature) => `${feature}=()`)
  .join(', ');
