// The letters that a document can show.
import { describe, expect, it } from 'vitest'
import { withKnownLetters } from './documents.ts'

describe('letters of a document', () => {
  it('leaves every letter of a European name, and Greek, Cyrillic and Arabic ones', () => {
    const names = 'Łucja Ní Bhriain-Þórsdóttir, Ζωή, Наталія, فاطمة “quoted” – 3½ ✓'
    expect(withKnownLetters(names)).toBe(names)
  })

  it('marks what no font of it has, instead of failing', () => {
    expect(withKnownLetters('漢 𓀀')).toBe('▯ ▯')
  })
})
