export const display = {
  notice: { info: 'Note', warning: 'Warning', success: 'Done' },
  pager: {
    label: 'Pages',
    rows: 'Rows in all: {{rows}}.',
    where: 'Page {{shown}} of {{all}}, {{rows}} rows in all.',
    previous: '‹ Previous page',
    next: 'Next page ›',
  },
  steps: 'Steps',
  stepDone: 'done',
  stepCurrent: 'in progress',
  stepTodo: 'to do',
  satisfied: 'Satisfied',
  dissatisfied: 'Not satisfied',
  threshold: 'Threshold {{percent}}',
  below: 'Below the threshold',
  wide: 'Wide table: scroll sideways to see all of it.',
}
