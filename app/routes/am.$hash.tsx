import type { LoaderFunctionArgs } from '@remix-run/node'
import { systemOf } from '#app/http/access.server.ts'
import { refusalPage } from '#app/http/refusal.server.ts'
import { sendSound } from '#app/http/sound.server.ts'
import { playClip } from '#app/services/languages-clips.server.ts'

/** A recording of a question, for everybody; its address is made of what it sounds like, so it may be kept for good. */
export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const sound = await playClip(systemOf(context), params.hash ?? '')
  return sound ? sendSound(request, sound) : refusalPage(request, 404)
}
