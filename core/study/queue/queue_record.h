// QueueRecord: what a study's folder keeps of its queue, so that the next start finds it as it was left.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/study/queue/study_task.h"

namespace tunebench {

struct QueueRecord {
    bool wants_to_go_on = false;            // it was at work when its process went
    std::filesystem::path paths_from = {};  // what relative paths of study.json start from
    std::vector<std::string> order = {};    // names of tasks
    std::vector<std::string> skipped = {};  // likewise
    std::vector<std::string> retried = {};  // likewise: that they failed before does not count
    bool operator==(const QueueRecord&) const = default;
};

OrderedJson queue_record_to_json(const QueueRecord& record);
Result<QueueRecord> queue_record_from_json(const Json& json);

/// Into the record's order; tasks that it does not know keep their place behind those before them.
void restore_order(std::vector<StudyTask>& tasks, const StudyPlan& plan, const QueueRecord& record);

}  // namespace tunebench
