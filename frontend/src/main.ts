import { createApp } from "vue";
import { toProblem } from "./api/problem";
import App from "./app/App.vue";
import { newRouter } from "./app/router";
import { followTheme } from "./lib/theme";
import { toast } from "./ui/toasts";
import "./ui/base.css";

followTheme();
const app = createApp(App);
// What nobody foresaw is said, too: a press that does nothing leaves the person alone with it.
app.config.errorHandler = (thrown) => {
  toast(toProblem(thrown).telling.detail);
  // The browser still has it to report.
  queueMicrotask(() => {
    throw thrown;
  });
};
app.use(newRouter()).mount("#app");
