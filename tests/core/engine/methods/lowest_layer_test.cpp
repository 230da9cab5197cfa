// No gradient is computed below the lowest block that trains.
#include <gtest/gtest.h>

#include "tests/core/engine/methods/attached_model.h"

namespace tunebench {
namespace {

using test::AttachedModel;

/// Whether a branch's stream carries a gradient, at each pass.
class Watch : public BranchSite {
public:
    explicit Watch(std::vector<bool>& seen) : seen_(seen) {}
    at::Tensor apply(const at::Tensor& branch, const at::Tensor& residual, const Norm*,
                     const ForwardContext&) override {
        seen_.push_back(at::GradMode::is_enabled() && residual.requires_grad());
        return branch;
    }

private:
    std::vector<bool>& seen_;
};

struct Case {
    const char* name;
    const char* method;
    std::vector<std::pair<const char*, ParamValue>> params;
};

class UpperBlock : public testing::TestWithParam<Case> {
protected:
    AttachedModel attached() {
        ParamMap params;
        for (const auto& [key, value] : GetParam().params)
            params.set(key, value);
        const auto* method = find_method(GetParam().method);
        EXPECT_EQ(method->plan(*shape_config("tiny"), params)->first_layer, 1);
        AttachedModel subject(*method, params);
        subject.model->block(1).after_attention = std::make_unique<Watch>(seen_);
        return subject;
    }
    std::vector<bool> seen_;
};

TEST_P(UpperBlock, HasAnInputWithoutAGradient) {
    const auto subject = attached();
    subject.loss(test::batch_of({12}, 256)).backward();
    EXPECT_EQ(seen_, std::vector<bool>{false});
}

TEST_P(UpperBlock, HasAnInputWithoutAGradientUnderCheckpointingToo) {
    const auto subject = attached();
    subject.loss(test::batch_of({12}, 256), /*recompute_blocks=*/1).backward();
    EXPECT_EQ(seen_, (std::vector<bool>{false, false}));  // forward, and again in backward
}

INSTANTIATE_TEST_SUITE_P(
    LowestLayerTest, UpperBlock,
    testing::Values(Case{"lora", "lora", {{"layers", "1"}}}, Case{"dora", "dora", {{"layers", "1"}}},
                    Case{"ia3", "ia3", {{"targets", R"(model\.layers\.1\..*v_proj)"}}},
                    Case{"full", "full", {{"trainable", "top-layers"}, {"top_layers", 1}}}),
    [](const auto& chosen) { return std::string(chosen.param.name); });

TEST(LowestLayerTest, ALowerBlockThatTrainsIsReached) {
    ParamMap params;
    params.set("layers", "0");
    AttachedModel subject(*find_method("lora"), params);
    std::vector<bool> seen;
    subject.model->block(1).after_attention = std::make_unique<Watch>(seen);
    subject.loss(test::batch_of({12}, 256)).backward();
    EXPECT_EQ(seen, std::vector<bool>{true});
}

}  // namespace
}  // namespace tunebench
