/**
 * A start that cannot go on for a reason the person at the keyboard can mend.
 * The message is one line, Vietnamese first, and is printed as it is, without a stack.
 */
export class StartupError extends Error {
  override readonly name = 'StartupError'

  constructor(vietnamese: string, english: string) {
    super(`${vietnamese} / ${english}`)
  }
}
