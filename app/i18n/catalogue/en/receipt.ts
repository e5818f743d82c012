/** Checking a receipt after closing. */
export const receipt = {
  title: 'Check a receipt',
  back: 'Results of this survey',
  label: 'Receipt code',
  hint: 'Ten letters and digits, given when the ballot was sent.',
  submit: 'Check',
  mistyped: 'This code is not right. Look at each letter and digit and type it again.',
  countedTitle: 'The ballot with receipt {{receipt}} was counted',
  counted:
    'It is among the counted ballots of the village {{village}}. This page does not tell how the household answered; nobody can look that up.',
  notCountedTitle: 'Receipt {{receipt}} is not in this survey',
  notCounted:
    'It may belong to another survey or another commune. If you are sure it belongs here, take it to the Front’s committee of your village and ask.',
  proofTitle: 'Check it yourself, without trusting this site',
  proof:
    'The receipt stands at place {{place}} of the village’s {{size}}, in the order of their hashes. Hashing it and joining it with the hashes below in turn (Merkle tree, RFC 6962) must give the village’s root.',
  root: 'The village’s root:',
  link: 'Check your household’s receipt',
}
