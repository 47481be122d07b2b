
/** What is to be read about the rules, fetched once. */
let explanations;

/**
 * All that is to be read about a rule, by slug or code. The texts lie in a file beside this script, which is fetched
 * when the first rule is asked for; when that fails, the answer says so, and the next call tries again.
 */
export async function explain(name, lang) {
    const found = rule(name, lang);
    if (!found.ok) return found;
    explanations ??= fetch(new URL("rules.json", import.meta.url)).then((response) => response.json());
    try {
        const { what, why, remedy, facts, examples } = (await explanations).rules[found.rule.slug];
        return { ...found, what, why, remedy, facts, examples };
    } catch {
        explanations = undefined;
        const message = found.rule.help.startsWith("docs/zh/")
            ? "无法获取规则说明；请检查网络后重试"
            : "the explanations of the rules could not be fetched; check the network and try again";
        const nothing = { file: null, pointer: "", line: null, column: null, found: null, expected: null, suggestion: null };
        return { ok: false, problems: [{ ...nothing, kind: "not-fetched", message }] };
    }
}
