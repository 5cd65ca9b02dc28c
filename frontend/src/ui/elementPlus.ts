// What every widget of Element Plus needs: its words in Chinese, its look by our tokens.
import "element-plus/theme-chalk/base.css";
import "./elementPlus.css";
import { localeContextKey } from "element-plus/es/hooks/use-locale/index.mjs";
import zhCn from "element-plus/es/locale/lang/zh-cn.mjs";
import { provide, ref } from "vue";

/** Lists and calendars lie within the widget: a dialog's focus stays in it, and nothing cuts them off. */
export const FLOATING = { teleported: false, popperOptions: { strategy: "fixed" } } as const;

/** To be called by each component that wraps a widget of Element Plus. */
export function useElementPlus(): void {
  provide(localeContextKey, ref(zhCn));
}
