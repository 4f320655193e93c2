/** What limits a figure that is not reached, by row; shown only where that is so. Written by hand after looking. */
export const limits: Readonly<Record<string, string>> = {
  "1": "the writer's thread and the generator share two cores with the broker; bare aedes decodes and stores nothing. The profile below says where the writer's time goes.",
  "2": "as row 1; mosquitto is one thread of C that keeps nothing.",
  "4": "in a message of fifty the readings themselves are nearly all of the cost, and each is still judged and stored one by one.",
  "5": "a reading waits for the batch under way and then for its own, so two commits stand between it and its acknowledgement, and hand-overs between threads beside them.",
  "6": "the reading's way through the writer's queue at that load; the event follows within a turn of the event loop.",
  "7": "each hub takes three round trips and a signature check, and one commit tells that it is there.",
  "8": "Node's own socket and stream objects are most of it, then the session; bare aedes needs as much.",
  "9": "a year is read value by value and bucketed on each request, and the read log's entry is fsynced before the answer.",
  "10": "a reading carries when it came, by which plan it was judged and which command brought it, as 16 columns of a clustered table.",
  "11": "the large store's pages no longer fit the writer's page cache.",
  "12": "Node's own start and loading the code; the store's size does not enter.",
  "13": "the log keeps each message's bytes as they came; blocks through zstd would reach it.",
};
