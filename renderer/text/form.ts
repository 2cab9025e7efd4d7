/** Words every form shares. */
export const formText = {
  resumed: 'This goes on from what you typed before.',
  startAgain: 'Start again',
} as const;
