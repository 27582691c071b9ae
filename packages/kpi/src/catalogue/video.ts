const people = 'X counts people here, other networks count plays.';

/** Being watched: how many begin, how long they stay, how many see the end. */
export const video = `
watch_time | Watch time | watchSeconds | seconds | youtube instagram | Instagram gives milliseconds: convert before.
average_watch_time | Average watch time | ratio(watchSeconds, views) | seconds | instagram | Replays count as time and as views.
average_percentage_viewed | Average share of the video viewed | ratio(watchSeconds, playableSeconds) | rate | youtube | Loops push it above 1. Not the completion rate.
completion_rate | Completion rate | ratio(videoCompletes, videoStarts) | share | tiktok agorapulse | Some tools call the average percentage viewed by this name.
view_through_rate | View-through rate | ratio(videoCompletes, impressions) | share | house | Of impressions, not of starts.
hook_rate | Hook rate (3 seconds) | ratio(views3s, views) | share | instagram
skip_rate | Skip rate (3 seconds) | 1 - ratio(views3s, views) | share lower | instagram
quartile_25 | Reached a quarter | ratio(videoQuarters, videoStarts) | share | x | ${people}
quartile_50 | Reached half | ratio(videoHalves, videoStarts) | share | x | ${people}
quartile_75 | Reached three quarters | ratio(videoThreeQuarters, videoStarts) | share | x | ${people}
engaged_view_rate | Engaged views among views | ratio(engagedViews, views) | share | youtube
`;
