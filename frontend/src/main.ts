import { createApp } from "vue";
import App from "./app/App.vue";
import { newRouter } from "./app/router";
import "./ui/base.css";

createApp(App).use(newRouter()).mount("#app");
