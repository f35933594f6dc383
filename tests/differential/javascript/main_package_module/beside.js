export const value = await Promise.resolve("from a module");
