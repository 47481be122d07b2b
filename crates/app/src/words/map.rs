//! Words of the map.

use vaultplan::lang::Text;

words! {
    VIEW_MAP = "Map", "拓扑图";
    EMPTY = "There is nothing to draw yet. Plan a mirror, bring your estate or open an example, and it is drawn here.", "尚无可绘制的内容。规划镜像库、导入现有资源或打开示例后，将在此处绘制。";
    EMPTY_WAY = "Begin in the Plan view", "从方案视图开始";
    TOOLS = "Tools of the map", "拓扑图工具";
    LARGER = "Zoom in", "放大";
    SMALLER = "Zoom out", "缩小";
    FIT = "Fit", "适应窗口";
    REAL = "{n} %", "{n} %";
    REAL_HINT = "Shown at {n} %; show at 100 %", "当前 {n} %，恢复为 100 %";
    PAN_LEFT = "Show what lies to the left", "向左移动";
    PAN_RIGHT = "Show what lies to the right", "向右移动";
    PAN_UP = "Show what lies above", "向上移动";
    PAN_DOWN = "Show what lies below", "向下移动";
    BACK = "Back", "返回";
    WHOLE = "Back to the whole plan", "返回整个方案";
    CHAIN = "Show only this chain", "只看此链";
    SHOW_IN_PLAN = "Open in Plan", "在方案中打开";
    CREATE_MIRROR = "Create mirror", "创建镜像库";
    ADD_SOURCE = "Add source", "添加数据源";
    EXPORT = "Export SVG", "导出 SVG";
    EXPORT_HINT = "The picture carries the plan: open it here again, or check it with the command", "图片带有方案：可在此处再次打开，也可用命令检查";
    CHOOSE = "Choose a box to see what it is and what can be done with it. Arrow keys lead from box to box, along the arrows to the left and right; Enter chooses.", "选择一个方框以查看其内容和可用操作。方向键在方框之间移动，左右方向沿箭头移动；按 Enter 键选择。";
    MEMBERS = "{n} objects in this box", "此方框中的 {n} 个对象";
    MEMBERS_MORE = "and {n} more", "以及另外 {n} 个";
    OPEN_GROUP = "Open this group", "展开此组";
    FOLDED = "Chains that are alike are folded into groups: choose one to open it.", "相似的链已折叠成组：选择即可展开。";
    LEGEND = "What lines and signs mean", "线条与符号的含义";
}
