
/**
 * All that is to be read about a rule, by slug or code. The texts are fetched when the first rule is asked for; when
 * that fails, the answer says so, and the next call tries again.
 */
export function explain(name: string, lang?: Lang | null): Promise<ExplainAnswer>;
