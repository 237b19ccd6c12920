import { parameters } from '../../parameters/index.ts';
import { type Chip, chipOf } from './chip.ts';
import type { Concept } from './concepts.ts';
import type { Comparison, Modifier } from './language.ts';
import { type Lexicon, lexicons, type SpokenLanguage } from './lexicon.ts';

/** A sentence as it was understood. */
export interface Reading {
  readonly chips: readonly Chip[];
  /** Words that it has no meaning for, as they were written. */
  readonly unknown: readonly string[];
}

/** A word and where it stands in the sentence. */
interface Token {
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

/** Most words of a phrase, and most of a sentence that are read. */
const longestPhrase = 3;
const maxWords = 60;

/** Words, numbers and meters such as 3/4; a hyphen parts words. */
const wordPattern = /\p{L}[\p{L}\p{M}'’♯]*|\d+(?:\/\d+)?/gu;

function tokensOf(sentence: string): Token[] {
  return [...sentence.matchAll(wordPattern)]
    .slice(0, maxWords)
    .map((match) => ({ word: match[0].toLowerCase().replaceAll('’', "'"), from: match.index, to: match.index + match[0].length }));
}

/** A meaning that begins at a token, and over how many it goes. */
interface Found {
  readonly concept: Concept;
  readonly comparison: Comparison;
  readonly length: number;
}

/** Reads a sentence from left to right; the modifiers before a word wait for it. */
class Reader {
  private readonly chips: Chip[] = [];
  private readonly unknown: string[] = [];
  private modifiers: Modifier[] = [];
  private modifiersFrom = -1;
  private readonly tokens: readonly Token[];
  private readonly sentence: string;
  private readonly lexicon: Lexicon;

  constructor(sentence: string, lexicon: Lexicon) {
    this.sentence = sentence;
    this.lexicon = lexicon;
    this.tokens = tokensOf(sentence);
  }

  read(): Reading {
    for (let at = 0; at < this.tokens.length;) at += this.take(at);
    return { chips: this.chips, unknown: this.unknown };
  }

  /** The words from a token on, as a phrase. */
  private phrase(at: number, length: number): string {
    return this.tokens
      .slice(at, at + length)
      .map(({ word }) => word)
      .join(' ');
  }

  /** Takes what stands at a token; returns how many tokens that was. */
  private take(at: number): number {
    for (let length = Math.min(longestPhrase, this.tokens.length - at); length > 0; length--) {
      const phrase = this.phrase(at, length);
      const found = this.tempoAt(at, length) ?? this.keyedAt(at, length) ?? this.conceptAt(at, length);
      if (found) {
        this.add(at, found);
        return found.length;
      }
      const modifier = this.lexicon.modifiers[phrase];
      if (modifier) {
        if (this.modifiers.length === 0) this.modifiersFrom = this.tokens[at].from;
        this.modifiers.push(modifier);
        return length;
      }
    }
    const { word, from, to } = this.tokens[at];
    if (!this.lexicon.silentWords.has(word)) {
      this.unknown.push(this.sentence.slice(from, to));
      this.modifiers = [];
    }
    return 1;
  }

  private add(at: number, { concept, comparison, length }: Found): void {
    const from = this.modifiers.length > 0 ? this.modifiersFrom : this.tokens[at].from;
    const text = this.sentence.slice(from, this.tokens[at + length - 1].to);
    this.chips.push(chipOf(text, concept, this.modifiers, comparison));
    this.modifiers = [];
  }

  /** The meaning of a phrase of this length, whose last word may have an ending. */
  private conceptAt(at: number, length: number): Found | null {
    const last = this.tokens[at + length - 1].word;
    const before = length > 1 ? `${this.phrase(at, length - 1)} ` : '';
    const spokenBefore = this.tokens[at + length - 2]?.word ?? '';
    for (const { word, comparison } of this.lexicon.formsOf(last, spokenBefore)) {
      const concept = this.lexicon.entries.get(before + word);
      if (concept) return { concept, comparison, length };
    }
    return null;
  }

  /** A key and its scale: "D minor". */
  private keyedAt(at: number, length: number): Found | null {
    const key = this.lexicon.keys[this.phrase(at, length)];
    if (!key) return null;
    for (let more = Math.min(2, this.tokens.length - at - length); more > 0; more--) {
      const scale = this.conceptAt(at + length, more)?.concept.values?.scale;
      if (scale) return { concept: { values: { key, scale } }, comparison: 'plain', length: length + more };
    }
    return null;
  }

  /** A tempo: "90 bpm". */
  private tempoAt(at: number, length: number): Found | null {
    const [beats, unit] = this.phrase(at, length).split(' ');
    const { min, max } = parameters.tempo;
    if (length !== 2 || unit !== 'bpm' || !(Number(beats) >= min && Number(beats) <= max)) return null;
    return { concept: { values: { tempo: Number(beats) } }, comparison: 'plain', length };
  }
}

/** Reads what a sentence asks for. Nothing of it leaves the machine. */
export function readWords(sentence: string, language: SpokenLanguage): Reading {
  return new Reader(sentence.normalize('NFC'), lexicons[language]).read();
}
