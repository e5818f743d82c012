import { readFileSync } from 'node:fs'
import { type Calculation, calculateText, calculatorList } from '#app/verdict/calculator.ts'

/** The calculator of docs/compute.md: reads one file, prints JSON, and exits 2 where it prints problems instead of figures. */

const show = (value: unknown) => process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)

function unreadable(path: string, message: string): Calculation {
  return { kind: 'refused', problems: [{ code: 'file-unreadable', path, message }] }
}

function calculateFile(path: string): Calculation {
  try {
    return calculateText(readFileSync(path, 'utf8'))
  } catch (error) {
    return unreadable(path, error instanceof Error ? error.message : String(error))
  }
}

function main(path: string | undefined): number {
  if (path === '--list') {
    show(calculatorList())
    return 0
  }
  const calculation =
    path === undefined ? unreadable('', 'usage: compute FILE.json | --list') : calculateFile(path)
  if (calculation.kind === 'computed') {
    show(calculation.output)
    return 0
  }
  show({ problems: calculation.problems })
  return 2
}

process.exitCode = main(process.argv[2])
