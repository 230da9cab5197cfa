#include "core/study/queue/queue_record.h"

#include <algorithm>
#include <map>

namespace tunebench {

OrderedJson queue_record_to_json(const QueueRecord& record) {
    return {{"format", "tunebench.study-queue/1"},
            {"wants_to_go_on", record.wants_to_go_on},
            {"paths_from", record.paths_from.string()},
            {"order", record.order},
            {"skipped", record.skipped},
            {"retried", record.retried}};
}

Result<QueueRecord> queue_record_from_json(const Json& json) {
    QueueRecord record;
    TRY(record.wants_to_go_on, json_boolean(json, "wants_to_go_on"));
    TRY(record.paths_from, json_string(json, "paths_from"));
    TRY(record.order, json_strings(json, "order"));
    TRY(record.skipped, json_strings(json, "skipped"));
    if (find_member(json, "retried")) {  // files of before do not have it
        TRY(record.retried, json_strings(json, "retried"));
    }
    return record;
}

void restore_order(std::vector<StudyTask>& tasks, const StudyPlan& plan, const QueueRecord& record) {
    std::map<std::string, std::size_t> places;
    for (std::size_t i = 0; i < record.order.size(); ++i)
        places.emplace(record.order[i], i);
    std::vector<std::pair<std::size_t, StudyTask>> placed;
    std::size_t last = 0;
    for (auto& task : tasks) {
        const auto known = places.find(task_name(plan, task));
        last = known == places.end() ? last : known->second;
        placed.emplace_back(last, std::move(task));
    }
    std::ranges::stable_sort(placed, {}, &std::pair<std::size_t, StudyTask>::first);
    for (std::size_t i = 0; i < tasks.size(); ++i)
        tasks[i] = std::move(placed[i].second);
}

}  // namespace tunebench
