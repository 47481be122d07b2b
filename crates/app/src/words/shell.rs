//! Words of the page's shell: inspector, outline, search, commands.

use vaultplan::lang::Text;

words! {
    INSPECTOR = "Selected object", "所选对象";
    INSPECTOR_OPEN = "Show in the Plan view", "在方案视图中显示";
    INSPECTOR_CLOSE = "Clear the selection", "取消选择";

    MORE_VIEWS = "More", "更多";

    SEARCH = "Search", "搜索";
    SEARCH_FOR = "Search objects, views and commands", "搜索对象、视图和命令";
    SEARCH_RESULTS = "Results", "搜索结果";
    SEARCH_NOTHING = "Nothing found", "没有结果";
    SEARCH_MANY = "The first 50 results; type more to narrow them down", "仅显示前 50 项，请输入更多内容以缩小范围";
    RESULT_ONE = "{n} result", "{n} 项结果";
    RESULT_MANY = "{n} results", "{n} 项结果";
    GO_TO_VIEW = "View", "视图";

    CREATE_MIRROR_HERE = "Create mirror of the selected vault", "为所选备份库创建镜像库";
    MEND_SAFELY = "Apply all safe fixes", "应用所有安全修复";
    NEXT_FINDING = "Next finding", "下一项检查结果";
    PREVIOUS_FINDING = "Previous finding", "上一项检查结果";
    NEW_PLAN = "New plan", "新建方案";
    TO_ENGLISH = "Switch to English", "切换到 English";
    TO_CHINESE = "Switch to Chinese", "切换到中文";
    THEME_LIGHT = "Light theme", "浅色主题";
    THEME_DARK = "Dark theme", "深色主题";
    THEME_SYSTEM = "Theme as the system", "主题跟随系统";
    KEYS = "Keyboard shortcuts", "键盘快捷键";
    KEYS_MAC = "On a Mac, Cmd stands for Ctrl.", "在 Mac 上以 Cmd 代替 Ctrl。";
    KEY_ESCAPE = "Close a menu or a dialog", "关闭菜单或对话框";
}
