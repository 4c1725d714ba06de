/** The two languages of everything a person can read. */
export type Language = 'zh' | 'en';

export interface Words {
  readonly zh: string;
  readonly en: string;
}
