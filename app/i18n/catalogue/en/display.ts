export const display = {
  notice: { info: 'Note', warning: 'Warning', success: 'Done' },
  steps: 'Steps',
  stepDone: 'done',
  stepCurrent: 'in progress',
  stepTodo: 'to do',
  satisfied: 'Satisfied',
  dissatisfied: 'Not satisfied',
  threshold: 'Threshold {{percent}}',
  below: 'Below the threshold',
  wide: 'Wide table: swipe sideways to see all of it.',
}
