/** What an error page says, by HTTP status: what happened, then what to do. */
export const status = {
  '400': {
    title: 'The request could not be read',
    what: 'Go back and try again. If it still fails, start from the home page.',
  },
  '401': { title: 'Please sign in', what: 'Your session has ended. Sign in again and carry on.' },
  '403': {
    title: 'You may not see this page',
    what: 'It belongs to another area or another task. If you need it, ask the administrator for access.',
  },
  '404': {
    title: 'Page not found',
    what: 'Check the address you typed. If you have a household code, enter it on the home page.',
  },
  '405': { title: 'Sent in the wrong way', what: 'Go back and use the button on the page.' },
  '409': {
    title: 'This cannot be done now',
    what: 'The data has changed since the page was opened. Reload the page and look again.',
  },
  '410': {
    title: 'This has ended',
    what: 'It can no longer be done. Results of closed rounds are on the results page.',
  },
  '413': { title: 'Too much was sent', what: 'Choose a smaller file or write less, then send again.' },
  '422': { title: 'Something is not right', what: 'Go back, mend what is wrong and send again.' },
  '429': { title: 'Sent too many times', what: 'Wait a few minutes and try again.' },
  '500': {
    title: 'Something went wrong here',
    what: 'This is not your fault. Wait a few minutes and try again; a ballot with a receipt code is not lost.',
  },
  '503': {
    title: 'The service is resting',
    what: 'Wait a few minutes and reload the page. A ballot with a receipt code is not lost.',
  },
}
