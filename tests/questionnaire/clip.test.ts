import { expect, test } from 'vitest'
import { clipKindOf } from '#app/questionnaire/clip.ts'

const bytes = (...parts: readonly (string | readonly number[])[]) =>
  new Uint8Array(parts.flatMap(part => (typeof part === 'string' ? [...Buffer.from(part)] : [...part])))

test('a recording is known by its first bytes', () => {
  expect(clipKindOf(bytes('OggS', [0, 2], 'OpusHead'))).toBe('ogg')
  expect(clipKindOf(bytes([0x1a, 0x45, 0xdf, 0xa3], 'webm', [0], 'A_OPUS'))).toBe('webm')
  expect(clipKindOf(bytes('ID3', [4, 0]))).toBe('mp3')
  expect(clipKindOf(bytes([0xff, 0xfb, 0x90, 0]))).toBe('mp3')
})

test('what phones cannot play as sound, or is no sound, is refused whatever its name', () => {
  const others = [
    bytes(),
    bytes('OggS', [0, 2], 'vorbis'),
    bytes([0x1a, 0x45, 0xdf, 0xa3], 'matroska', 'A_OPUS'),
    bytes('RIFF', [0, 0, 0, 0], 'WAVE'),
    bytes('<html><script>'),
    bytes([0xff, 0xd8, 0xff]),
  ]
  expect(others.map(clipKindOf)).toEqual(others.map(() => null))
})
