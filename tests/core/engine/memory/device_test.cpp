#include "core/engine/memory/device.h"

#include <gtest/gtest.h>

#include "core/engine/tensor.h"
#include "core/engine/training/trainee.h"
#include "core/memory/libtorch_rules.h"
#include "tests/core/engine/methods/attached_model.h"
#include "tests/support/fixtures.h"
#include "tests/support/temporary_folder.h"

namespace tunebench {
namespace {

TEST(DeviceTest, TheProcessorIsAlwaysThere) {
    const auto device = device_of("cpu");
    ASSERT_TRUE(device);
    EXPECT_TRUE(device->is_cpu());
    EXPECT_EQ(device_title(*device), "cpu");
}

TEST(DeviceTest, TheBestIsTheAcceleratorWhereThereIsOne) {
    const auto device = device_of("auto");
    ASSERT_TRUE(device);
    EXPECT_EQ(device->is_cuda(), accelerator_name().has_value());
    EXPECT_TRUE(device->is_cpu() || built_libtorch_has_cuda())
        << "before the engine is loaded nobody would know";
}

TEST(DeviceTest, ARunOnADeviceThatIsNotThereNamesTheField) {
    if (accelerator_name())
        GTEST_SKIP() << "this machine has " << *accelerator_name();
    const test::TemporaryFolder folder;
    auto config = test::tiny_run(folder.path(), 1);
    config.general.device = "cuda";
    const auto trainee = make_trainee(config);
    ASSERT_FALSE(trainee);
    EXPECT_EQ(trainee.error().code, ErrorCode::Unsupported);
    EXPECT_EQ(trainee.error().field, "device");
    EXPECT_FALSE(trainee.error().hint.empty());
}

TEST(DeviceTest, DeterminismIsASettingOfAccelerators) {
    auto& context = at::globalContext();
    set_deterministic(at::kCUDA, true);
    EXPECT_TRUE(context.deterministicAlgorithms());
    EXPECT_TRUE(context.deterministicCuDNN());
    EXPECT_FALSE(context.benchmarkCuDNN());
    set_deterministic(at::kCUDA, false);
    EXPECT_FALSE(context.deterministicAlgorithms());
    EXPECT_TRUE(context.benchmarkCuDNN());
    set_deterministic(at::kCPU, true);
    EXPECT_FALSE(context.deterministicAlgorithms()) << "the processor's kernels are so anyway";
}

/// Methods make their tensors where the model is, and give the same logits there.
TEST(DeviceTest, EveryMethodComputesTheSameOnTheAccelerator) {
    if (!accelerator_name())
        GTEST_SKIP() << "this machine, or this LibTorch, has no accelerator";
    const auto device = *device_of("cuda");
    const auto batch = test::batch_of({11, 17}, 256);
    for (const auto* method : all_methods()) {
        const test::AttachedModel here(*method, test::defaults_of(*method));
        test::AttachedModel there(*method, test::defaults_of(*method));
        there.model = random_model(here.model->config(), 7);
        there.model->move_to(device);
        there.parameters = *find_attachment(method->id)->attach(*there.model, test::defaults_of(*method), 8);
        const at::NoGradGuard no_gradients;
        const auto tensors = to_tensors(batch, *there.model);
        const auto found = there.model->logits(there.model->hidden_states(tensors.tokens, tensors.context));
        EXPECT_TRUE(found.is_cuda()) << method->id;
        EXPECT_LE(test::relative_difference(found.to(at::kCPU), here.logits(batch)), 2e-5) << method->id;
    }
}

}  // namespace
}  // namespace tunebench
