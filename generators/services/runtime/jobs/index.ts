export { type Job, runJob } from './job.ts';
