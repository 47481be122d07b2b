//! The tags of a vault keep the limits of tags.

use super::declare::declare_rule;
use super::shared::is_longer;
use crate::catalog::limits;
use crate::facts::{Facts, Store};
use crate::finding::{Fail, Judged, Safety, Spot, Verdict};
use crate::lang::Text;
use crate::model::Tag;
use crate::text::pointer::push_index;

declare_rule! {
    "V011" "tags-invalid", since "0.2", Vault, Error,
    fix ChangesMeaning, over Stores, in CLOUD_BACKUP,
    from [MANAGE_VAULTS, GO_SDK],
    rests on [TAG_LIMITS],
    title: { en: "tags that the service refuses", zh: "服务不接受的标签" },
    message: {
        en: "a tag of {kind} `{name}` is refused: {what}",
        zh: "{kind} `{name}` 的标签不被接受：{what}",
    },
    expected: { en: "tags within their limits", zh: "符合限制的标签" },
    what: {
        en: "A vault or mirror has at most 20 tags. Each key stands once, begins neither with `aliyun` nor with `acs:`, holds no `http://` or `https://`, and key and value have at most 128 characters.",
        zh: "备份库或镜像库最多有 20 个标签。每个键只出现一次，不以 `aliyun` 或 `acs:` 开头，不包含 `http://` 或 `https://`，键和值均不超过 128 个字符。",
    },
    why: {
        en: "The service refuses such tags, and what is chosen or billed by them goes astray.",
        zh: "服务会拒绝此类标签，按标签进行的选择和分账也会出错。",
    },
    remedy: {
        en: "Correct the tag, or remove it.",
        zh: "更正或移除该标签。",
    },
}

fn judge(store: Store<'_, '_>, _: &Facts<'_>) -> Judged {
    let tags = store.tags();
    if tags.is_empty() {
        return Ok(Verdict::NotApplicable);
    }
    let mut checked = tags.iter().enumerate().take(limits::TAGS + 1);
    let broken = checked.find_map(|(at, tag)| Some((at, tag, defect(at, tag, tags)?)));
    let Some((at, tag, what)) = broken else {
        return Ok(Verdict::Pass);
    };
    let object = store.object();
    let mut path = String::from("/tags");
    push_index(&mut path, at);
    let path = path.into();
    let label = Text::new("Remove this tag", "移除该标签");
    Fail::of(Spot { object, path })
        .arg("kind", object.kind.label())
        .arg("name", store)
        .arg("what", what)
        .actual(&tag.name)
        .fix(Safety::ChangesMeaning, label)
        .remove()
        .into()
}

/// What is wrong with a tag; only those within the limit of their number are compared with those before them.
fn defect(at: usize, tag: &Tag<'_>, tags: &[Tag<'_>]) -> Option<Text> {
    let key = &*tag.name;
    let too_long = |text: &str| is_longer(text, limits::TAG_TEXT);
    Some(if at == limits::TAGS {
        Text::new("there are more than 20", "标签超过 20 个")
    } else if too_long(key) {
        Text::new("its key has over 128 characters", "键超过 128 个字符")
    } else if tag.value.as_deref().is_some_and(too_long) {
        Text::new("its value has over 128 characters", "值超过 128 个字符")
    } else if key.starts_with("aliyun") || key.starts_with("acs:") {
        Text::new(
            "its key begins with `aliyun` or `acs:`",
            "键以 `aliyun` 或 `acs:` 开头",
        )
    } else if holds_address(key) {
        Text::new(
            "its key holds `http://` or `https://`",
            "键包含 `http://` 或 `https://`",
        )
    } else if tags.iter().take(at).any(|before| *before.name == *key) {
        Text::new("its key stands twice", "键重复")
    } else {
        return None;
    })
}

/// Whether a key holds `http://` or `https://`.
fn holds_address(key: &str) -> bool {
    let mut scheme = "";
    key.split(':').any(|part| {
        let found =
            part.starts_with("//") && (scheme.ends_with("http") || scheme.ends_with("https"));
        scheme = part;
        found
    })
}
