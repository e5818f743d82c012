import type { Key } from '#app/i18n/translate.ts'
import { useT } from './site.tsx'

export type StepState = 'done' | 'current' | 'todo'

export type StepItem = { readonly label: string; readonly state: StepState; readonly href?: string }

const words: { readonly [state in StepState]: Key } = {
  done: 'display.stepDone',
  current: 'display.stepCurrent',
  todo: 'display.stepTodo',
}

/** The steps of a longer piece of work and where it stands. */
export const Steps = ({ steps }: { readonly steps: readonly StepItem[] }) => {
  const t = useT()
  return (
    <ol className="steps" aria-label={t('display.steps')}>
      {steps.map(step => (
        <li
          key={step.label}
          className={step.state}
          aria-current={step.state === 'current' ? 'step' : undefined}
        >
          <span>
            {step.href ? <a href={step.href}>{step.label}</a> : step.label}
            <span className="step-word"> ({t(words[step.state])})</span>
          </span>
        </li>
      ))}
    </ol>
  )
}
