//! Words of what a plan costs: the view, its inspector, the price book of the user, and what other views say of it.

use vaultplan::lang::Text;

words! {
    VIEW = "Cost", "成本";
    ABOUT = "What the plan costs a month, line by line, at the rates of a price book. What no source prints is unknown: it is never counted as zero.", "按价格表逐项计算方案的每月成本。没有公开来源的价格列为未知，绝不按零计算。";
    NOTHING = "The plan has nothing yet that costs anything: vaults, mirrors, sources, restores. Add a vault, state what it stores, and this view says what it costs.", "方案中还没有产生费用的内容，如备份库、镜像库、数据源、恢复。添加备份库并填写存储量后，此视图说明其成本。";
    CSV = "Download CSV", "下载 CSV";
    JSON = "Download JSON", "下载 JSON";

    // Cards.
    FIRST_MONTH = "First month", "首月";
    STEADY_MONTH = "Month {n}, steady", "第 {n} 个月（稳定）";
    ALL_MONTHS = "{n} months in all", "{n} 个月合计";
    ONE_MONTH = "1 month in all", "1 个月合计";
    TOTAL = "Total", "总计";
    SUBTOTAL = "Priced subtotal", "已计价小计";
    COVERED = "{n} % covered", "已覆盖 {n}%";
    RANGE = "{low} to {high}", "{low} 至 {high}";
    HOLES = "Missing for a total", "合计所缺";
    HOLE_RATE = "rate of {item}", "{item}的单价";
    HOLE_TIER = "rate of the upper tiers of {item}", "{item}高阶梯的单价";
    HOLE_QUANTITY = "quantity of {item}", "{item}的用量";
    HOLE_LINES_ONE = "{n} line", "{n} 项";
    HOLE_LINES_MANY = "{n} lines", "{n} 项";
    ALL_PRICED = "All lines are priced.", "所有项目均已计价。";
    OTHER_BILLS = "On other bills", "其他账单";
    OTHER_BILLS_ABOUT = "These are billed by other services. They are in none of the sums above.", "由其他服务计费，不包含在上述合计中。";

    // Assumptions that slide.
    CONTROLS = "Assumptions", "假设";
    CHANGE = "Daily change", "每日变化率";
    CHANGE_ABOUT = "Share of a source that changes each day, where a source says nothing of its own.", "数据源每天变化的比例，适用于未单独填写的数据源。";
    GROWTH = "Growth", "增长率";
    GROWTH_ABOUT = "Growth a month, by the amount at the beginning.", "每月按初始数据量的增长比例。";
    MONTHS = "Months", "月数";
    PERCENT_A_DAY = "% a day", "%/天";
    PERCENT_A_MONTH = "% a month", "%/月";
    MONTHS_UNIT = "months", "个月";
    SLIDER = "{name}, slider", "{name}，滑块";
    BOOK = "Price book", "价格表";
    BOOK_ABOUT = "Another list, not another currency: nothing is converted.", "这是另一份价格表，并非换算货币。";

    // Bills and groups.
    BILLS = "Bills", "账单";
    GROUP_BY = "Group by", "分组";
    GROUP_KIND = "Kind", "类别";
    GROUP_VAULT = "Vault", "备份库";
    GROUP_SOURCE = "Source", "数据源";
    GROUP_REGION = "Region", "地域";
    GROUP_NONE = "None", "不分组";
    NO_VAULT = "No vault", "无备份库";
    NO_SOURCE = "No single source", "不属于单个数据源";
    NO_REGION = "No region", "无地域";
    FILTER = "Filter lines", "筛选项目";
    NONE_FIT = "No line fits.", "没有符合的项目。";
    NO_LINES = "Nothing of this plan lands on this bill.", "此方案在该账单上没有费用。";

    // The table.
    CAPTION = "One row for each line of the estimate. The buttons in the header sort; the name of a line opens how it is computed.", "每行一个计费项目。点击表头按钮排序，点击名称查看计算方法。";
    WHAT = "What", "项目";
    QUANTITY_IN = "Quantity, month {n}", "第 {n} 个月用量";
    RATE = "Rate", "单价";
    FIRST = "First month", "首月";
    MONTH = "Month {n}", "第 {n} 个月";
    ALL = "{n} months", "{n} 个月";
    UNKNOWN = "unknown", "未知";
    SUM = "Sum", "合计";
    SORT_BY = "Sort by", "排序依据";
    PLAN_ORDER = "Order of the estimate", "估算顺序";
    YOURS = "yours", "您的";
    OF_PLAN = "the plan's", "方案的";
    STANDS_IN = "rate of {item}", "按{item}的单价";

    // The chart.
    CHART = "Cost by month", "每月成本";
    CHART_ABOUT = "Each bar is a month; a click, or Enter, shows it in the table.", "每条柱代表一个月，点击或按回车在表中显示。";
    CHART_TABLE = "The chart as a table", "图表数据";
    MONTH_SPOKEN = "Month {n}: {cost}", "第 {n} 个月：{cost}";
    WITH_HOLES = "{cost} priced, the rest is unknown", "已计价 {cost}，其余未知";

    // The inspector.
    INSPECTOR = "How the line is computed", "计算方法";
    CLOSE = "Close the line", "关闭";
    GONE = "This line is not in the estimate any more.", "估算中已没有此项目。";
    FORMULA = "Formula", "公式";
    INPUTS = "What enters it", "计算所用数值";
    ASSUMED = "assumed: state it", "假设值：去填写";
    STATED = "stated by the plan", "方案中填写";
    DOCUMENTED = "documented", "依据文档";
    NOT_KNOWN = "not known: state it", "未知：去填写";
    RATE_HEAD = "Rate", "单价";
    WHOSE_OWN = "Your own rate, kept in this browser", "您自己的单价，保存在此浏览器中";
    WHOSE_PLAN = "A rate that travels with the plan", "随方案携带的单价";
    WHOSE_BOOK = "Price book {name}", "价格表 {name}";
    WHOSE_NOBODY = "No source prints this rate.", "没有公开来源给出此单价。";
    WHERE_PRINTED = "The vendor prints it here:", "厂商在此公布：";
    CONFIDENCE = "Confidence", "可信度";
    STALE = "Old: check it before you rely on it", "较旧：使用前请核实";
    FROM = "from {n} {unit}", "自 {n} {unit} 起";
    DISCOUNT = "{n} % off the list", "目录价优惠 {n}%";
    BY_MONTH = "Month by month", "逐月";
    ENTER_RATE = "Enter your rate", "填写您的单价";
    PRICE_PAGE = "the vendor's price page", "厂商价格页面";
    YOUR_RATE = "Your rate", "您的单价";
    PER = "{currency} per {unit}", "{currency} / {unit}";
    RATE_ABOUT = "Kept in this browser for all plans; leaves it only when you tick so.", "保存在此浏览器中，用于所有方案；只有您勾选时才会随内容带出。";

    // Notes.
    NOTES = "What counts, and what may be off", "计算依据与偏差";
    ERRORS = "Left out because it is wrong", "因错误而未计入";
    WARNINGS = "May be off", "可能有偏差";
    ASSUMPTIONS = "Counts where nothing is stated", "未填写时的假设";
    SHOW_IT = "Show it", "查看";
    STATE_IT = "State it", "去填写";
    HOLDS_ONE = "holds for {n} object", "适用于 {n} 个对象";
    HOLDS_MANY = "holds for {n} objects", "适用于 {n} 个对象";

    // Comparisons.
    COMPARE = "Compared", "对比";
    COMPARE_ABOUT = "The same plan, otherwise. Nothing is changed by looking.", "同一方案的其他做法。查看不会修改方案。";
    COMPARE_WITH = "Compare with", "对比对象";
    COMPARE_NONE = "Nothing", "不对比";
    WITHOUT_MIRRORS = "Without mirrors", "不用镜像库";
    WITHOUT_ARCHIVE = "Without archiving", "不归档";
    OTHER_RETENTION = "Another retention", "其他保留时间";
    RETENTION_FIELD = "Retention in days", "保留天数";
    THIS_PLAN = "This plan", "此方案";
    DIFFERENCE = "Difference", "差额";
    ADDED = "Added", "新增";
    REMOVED = "Removed", "减少";
    CHANGED = "Changed", "变化";
    OTHER_CURRENCY = "The other plan names a price book of another currency: nothing is converted, so nothing is compared.", "另一方案使用其他货币的价格表：不换算，因此不作对比。";
    SAME_COST = "It costs the same.", "成本相同。";

    // What other places say.
    SUM_LINE = "{cost} a month", "{cost}/月";
    SUM_TITLE = "Cost a month, steady; leads to the view of cost", "稳定后的每月成本，点击查看";
    SUM_COVERED = "{cost} a month, {n} % covered", "{cost}/月，覆盖 {n}%";
    SUM_UNKNOWN = "Cost unknown", "成本未知";
    COMPUTING = "Computing the cost", "正在计算成本";
    SUM_NONE = "No cost yet", "尚无成本";
    ADDS = "Adds {cost} a month", "每月增加 {cost}";
    SAVES = "Saves {cost} a month", "每月减少 {cost}";
    COSTS_SAME = "Costs the same a month", "每月成本不变";
    ADDS_FIRST = "first month {cost}", "首月 {cost}";
    COMMA = ", ", "、";
    SEMICOLON = "; ", "；";
    UNKNOWN_IS = "unknown: {what}", "未知：{what}";
    COST_HEAD = "What it costs", "成本";
    STORED = "Stored amount in GB", "存储量（GB）";
    STORED_ABOUT = "What the vault holds, for the cost; change it to your own amount.", "备份库的存储量，用于计算成本，请改为实际值。";

    // The user's own book.
    OWN = "Your price book", "您的价格表";
    OWN_LINK = "Your prices", "您的价格";
    OWN_ABOUT = "List price, your price, effective discount. Kept in this browser for all plans; nothing of it leaves the page unless you tick it below.", "目录价、您的价格、实际折扣。保存在此浏览器中供所有方案使用；除非勾选下方选项，否则不会带出本页面。";
    OWN_BACK = "Back to the cost", "返回成本";
    ITEM = "Item", "计费项";
    LIST_PRICE = "List price", "目录价";
    MY_PRICE = "My price", "我的价格";
    EFFECTIVE = "Effective discount", "实际折扣";
    NO_LIST = "not printed", "未公布";
    TIERED = "tiers", "阶梯价";
    BY_REGION = "by region", "按地域";
    ALL_DISCOUNT = "Discount off every list price, in percent", "对所有目录价的折扣（%）";
    ALL_DISCOUNT_ABOUT = "Counts where no price of your own is entered.", "未填写自己的价格时适用。";
    OWN_PASTE = "Paste a price book (JSON)", "粘贴价格表（JSON）";
    OWN_TAKE = "Take over the pasted prices", "采用粘贴的价格";
    OWN_FILE = "Open a price book", "打开价格表";
    OWN_EXPORT = "Save my prices", "保存我的价格";
    OWN_REMOVE = "Remove my prices", "删除我的价格";
    OWN_UNDO = "Take it back", "撤销";
    OWN_REMOVED = "Your prices were removed.", "已删除您的价格。";
    OWN_TAKEN_ONE = "{n} price was taken over.", "已采用 {n} 个价格。";
    OWN_TAKEN_MANY = "{n} prices were taken over.", "已采用 {n} 个价格。";
    OWN_CHANGED = "Your price was changed.", "已修改您的价格。";
    OWN_REFUSED = "This is no price book that can be taken over. Your prices are untouched.", "无法采用此价格表，您的价格未受影响。";
    OWN_CURRENCY = "Its currency is {value}; there are price books of USD and CNY.", "其货币为 {value}；仅支持 USD 与 CNY 价格表。";
    OWN_MEMORY = "Kept only until this page is closed: the browser gives this page no storage, or it is full.", "仅保留到关闭本页面：浏览器没有为本页面提供存储，或存储已满。";
    TRAVELS = "My prices travel with what leaves: link, file, copied text", "我的价格随链接、文件、复制的文本一起带出";
    TRAVELS_ABOUT = "They are then written into the plan that leaves, as its own rates.", "届时会写入带出的方案，作为方案自身的单价。";
    WANTS_PRICE = "A price such as 0.0319 is wanted here: from 0, with at most twelve places. This is not taken over.", "此处应为价格，例如 0.0319，不小于 0，最多十二位小数。未采用。";
}
