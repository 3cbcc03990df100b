// What desk/tools/guide.mjs makes of the operator's guide.
declare module "virtual:guide/*" {
    const topics: { id: string; title: string; html: string }[];
    export default topics;
}
