//! Words of the page's shell: inspector, search, commands.

use vaultplan::lang::Text;

words! {
    INSPECTOR = "Selected object", "所选对象";
    INSPECTOR_OPEN = "Show in the Plan view", "在方案视图中显示";
    INSPECTOR_CLOSE = "Clear the selection", "取消选择";
}
