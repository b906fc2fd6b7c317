// The five levels of help, from least to most: their words and pictures, always in this order.
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { Hand, Lightbulb, type LucideIcon, MessageCircleQuestionMark, MessageSquareText, UserRoundCheck } from 'lucide-react'

export const helpLevels = ['self', 'prompt', 'clue', 'model', 'correct'] as const
export type HelpLevel = (typeof helpLevels)[number]

/** For buttons and marks: "Self", "Prompt" … */
export const helpWords: Readonly<Record<HelpLevel, MessageDescriptor>> = {
  self: msg`Self`,
  prompt: msg`Prompt`,
  clue: msg`Clue`,
  model: msg`Model`,
  correct: msg`Correct`,
}

/** Inside a sentence: "Today 10:55, with a clue". */
export const helpPhrases: Readonly<Record<HelpLevel, MessageDescriptor>> = {
  self: msg`without help`,
  prompt: msg`with a prompt`,
  clue: msg`with a clue`,
  model: msg`after a model`,
  correct: msg`after a correction`,
}

export const helpIcons: Readonly<Record<HelpLevel, LucideIcon>> = {
  self: UserRoundCheck,
  prompt: MessageCircleQuestionMark,
  clue: Lightbulb,
  model: Hand,
  correct: MessageSquareText,
}
