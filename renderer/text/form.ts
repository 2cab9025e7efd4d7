/** Words every form shares. */
export const formText = {
  resumed: 'This goes on from what you typed before.',
  startAgain: 'Start again',
  warningsTitle: 'Done, but note',
  understood: 'Understood',
} as const;
