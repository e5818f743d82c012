export const count = {
  title: 'Hand-counted sheet',
  lead: '{{village}}: {{households}} households. Copy from the village’s count minutes. Where there is no ballot, enter 0.',
  effect:
    'Once the sheet is recorded, households of the village that have not answered can no longer answer by code; ballots received one by one stay.',
  head: 'Ballots of the whole village',
  issued: 'Ballots issued',
  collected: 'Ballots collected',
  ballots: 'Of which received one by one',
  ballotsHint:
    'The system holds {{ballots}} ballots, by code or entered by staff. The others were counted by hand.',
  hand: 'Ballots counted by hand',
  invalid: 'Invalid ballots',
  any: 'Ballots with at least one “not satisfied”',
  anyHint: 'Leave empty if nobody counted them.',
  lines: 'Each content, on the valid ballots counted by hand alone',
  satisfied: 'Satisfied',
  dissatisfied: 'Not satisfied',
  blank: 'Blank',
  reason: 'Reasons for dissatisfaction',
  save: 'Record the sheet',
  back: 'Back to the round',
  stillWrong_one: '{{count}} place does not add up yet.',
  stillWrong_other: '{{count}} places do not add up yet.',
  stillEmpty_one: '{{count}} cell is still empty.',
  stillEmpty_other: '{{count}} cells are still empty.',
  fits: 'All numbers agree.',
  withdraw: 'Withdraw this sheet',
  withdrawWhat:
    'The village’s numbers counted by hand are dropped, and households that have not answered can answer by code again.',
  withdrawConfirm: 'I want to drop the hand-counted numbers of {{village}}',
  fault: {
    'count-missing': '{{place}}: not filled in. If there is no ballot, enter 0.',
    'count-unreadable': '{{place}}: enter digits only, such as 120.',
    'issued-above-households':
      'Ballots issued ({{issued}}) exceed the households asked in the village ({{households}}). Check the number issued.',
    'collected-above-issued':
      'Ballots collected ({{collected}}) exceed ballots issued ({{issued}}). Check both numbers.',
    'ballots-differ':
      'The sheet says {{declared}} ballots were received one by one, the system holds {{recorded}}. Use the system’s number, then check the number collected.',
    'sheet-empty':
      'Ballots collected ({{collected}}) do not exceed those received one by one ({{ballots}}), so none was counted by hand. Check both numbers.',
    'invalid-above-collected':
      'Invalid ballots ({{invalid}}) exceed ballots counted by hand ({{collected}}). Check both numbers.',
    'content-not-adding-up':
      '{{place}}: {{satisfied}} + {{dissatisfied}} + {{blank}} = {{sum}}, but {{valid}} valid ballots were counted by hand. Count this content again.',
    'any-dissatisfied-out-of-range':
      'Ballots with at least one “not satisfied” are given as {{anyDissatisfied}}, but the lines allow {{atLeast}} to {{atMost}}. Check this number.',
    'blank-under-invalidating-rule':
      '{{place}}: {{blank}} blank, but under the rule pack a ballot with a blank line is invalid. Move these ballots to the invalid ones.',
  },
}
