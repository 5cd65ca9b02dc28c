import { createApp } from "vue";
import App from "./app/App.vue";
import { newRouter } from "./app/router";
import { followTheme } from "./lib/theme";
import "./ui/base.css";

followTheme();
createApp(App).use(newRouter()).mount("#app");
