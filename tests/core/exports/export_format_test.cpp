// What cannot be exported says why, and what can be instead.
#include "core/exports/export_format.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "core/models/shapes.h"

namespace tunebench {
namespace {

TEST(ExportFormatTest, EveryMethodHasAFormatAndEveryRefusalNamesOne) {
    const auto model = *shape_config("tiny");
    for (const auto* method : all_methods()) {
        auto run = default_run_config();
        run.method = {.id = std::string(method->id), .params = {}};
        for (const auto& spec : method->specs)
            run.method.params.set(spec.key, spec.default_value);
        std::vector<std::string_view> possible;
        std::vector<Error> refusals;
        for (const auto* format : all_export_formats())
            if (const auto checked = format->check(*method, model, run))
                possible.push_back(format->id);
            else
                refusals.push_back(checked.error());
        EXPECT_FALSE(possible.empty()) << method->id;
        for (const auto& refusal : refusals) {
            EXPECT_NE(refusal.message.find(method->title), std::string::npos) << refusal.message;
            EXPECT_TRUE(std::ranges::any_of(
                possible, [&](std::string_view id) { return refusal.hint.find(id) != std::string::npos; }))
                << method->id << ": " << refusal.hint;
        }
    }
}

}  // namespace
}  // namespace tunebench
