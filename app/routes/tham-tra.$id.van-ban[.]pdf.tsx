import type { LoaderFunctionArgs } from '@remix-run/node'
import { sendNote } from '#app/http/note.server.ts'

/** The verification note as a PDF file; `?ban=1` for that of an earlier version. */
export const loader = (args: LoaderFunctionArgs) => sendNote(args, 'pdf')
