export const asked = 'query';
