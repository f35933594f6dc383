import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from "@tanstack/react-router";
import { ApiProblem } from "./api/problem";
import { PageMessage } from "./shell/PageMessage";

const root = createRootRoute({
  component: Outlet,
  notFoundComponent: () => (
    <PageMessage error={new ApiProblem({ title: "There is no such page.", status: 404 })} what="Nothing is here." />
  ),
  errorComponent: ({ error, reset }) => <PageMessage error={error} what="This page failed." onRetry={reset} />,
});

const runPage = lazyRouteComponent(() => import("./shell/RunPage"));

const routes = root.addChildren([
  createRoute({ getParentRoute: () => root, path: "/", component: runPage }),
  createRoute({ getParentRoute: () => root, path: "/app", component: runPage }),
  createRoute({
    getParentRoute: () => root,
    path: "/s/$id",
    component: lazyRouteComponent(() => import("./share/SharePage")),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/embed/$id",
    component: lazyRouteComponent(() => import("./share/EmbedPage")),
  }),
]);

export const router = createRouter({ routeTree: routes, defaultPendingComponent: PageMessage });

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
