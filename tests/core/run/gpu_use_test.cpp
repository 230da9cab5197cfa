#include "core/run/gpu_use.h"

#include <array>
#include <cstring>
#include <filesystem>
#include <map>

#include <gtest/gtest.h>

namespace tunebench {
namespace {

using Device = GpuLibrary::Device;

constexpr int kFailed = 3;  // not supported

struct FakeGpu {
    const char* name;
    const char* uuid;
};

std::array<FakeGpu, 3> kFakes = {
    {{"Fake H200", "GPU-aa11"}, {"Fake H200", "GPU-bb22"}, {"Fake L4", "GPU-cc33"}}};

int copy_of(const char* from, char* to, unsigned int size) {
    if (std::strlen(from) >= size)
        return kFailed;
    std::strcpy(to, from);
    return 0;
}

FakeGpu* fake_of(Device device) {
    return reinterpret_cast<FakeGpu*>(device);
}

int all_three(unsigned int* count) {
    *count = 3;
    return 0;
}

int only_first(unsigned int* count) {
    *count = 1;
    return 0;
}

int ok() {
    return 0;
}

/// A library with three GPUs, all of which tell everything.
GpuLibrary fake_library() {
    return {.init = ok,
            .shutdown = ok,
            .count = all_three,
            .device =
                [](unsigned int index, Device* device) {
                    *device = reinterpret_cast<Device>(&kFakes.at(index));
                    return 0;
                },
            .name = [](Device device, char* text,
                       unsigned int size) { return copy_of(fake_of(device)->name, text, size); },
            .uuid = [](Device device, char* text,
                       unsigned int size) { return copy_of(fake_of(device)->uuid, text, size); },
            .memory =
                [](Device, GpuLibrary::Memory* memory) {
                    *memory = {.total = 1000, .free = 400, .used = 590};  // the driver keeps some
                    return 0;
                },
            .utilization =
                [](Device, GpuLibrary::Utilization* percent) {
                    *percent = {.gpu = 75, .memory = 20};
                    return 0;
                },
            .temperature =
                [](Device, int sensor, unsigned int* celsius) {
                    *celsius = 61;
                    return sensor == 0 ? 0 : kFailed;
                },
            .power =
                [](Device, unsigned int* milliwatts) {
                    *milliwatts = 320500;
                    return 0;
                },
            .mig_mode =
                [](Device, unsigned int* now, unsigned int* later) {
                    *now = 0;
                    *later = 1;
                    return 0;
                }};
}

std::vector<GpuUse> named(const std::vector<std::string>& names) {
    std::vector<GpuUse> gpus;
    for (const auto& name : names)
        gpus.push_back({.name = name, .uuid = "GPU-" + std::to_string(gpus.size()) + "0"});
    return gpus;
}

TEST(GpuUseTest, AMachineWithoutTheLibraryHasNoGpu) {
    EXPECT_EQ(load_gpu_library("libthere-is-none.so.1").init, nullptr);
    EXPECT_TRUE(GpuReader(load_gpu_library("libthere-is-none.so.1")).read().empty());
    EXPECT_TRUE(GpuReader(GpuLibrary{}).read().empty());
}

TEST(GpuUseTest, AnotherLibraryHasNoGpuEither) {
    const auto core = std::filesystem::path(TUNEBENCH_BINARY_DIR) / "lib" / "libtunebench_core.so";
    if (!std::filesystem::exists(core))
        GTEST_SKIP() << core << " is not built as a shared library";
    const auto library = load_gpu_library(core.c_str());
    EXPECT_EQ(library.init, nullptr);
    EXPECT_TRUE(GpuReader(library).read().empty());
}

TEST(GpuUseTest, WhatThisMachineHasIsReadWithoutAnError) {
    const GpuReader reader;
    for (const auto& gpu : reader.read())
        EXPECT_FALSE(gpu.name.empty());
}

TEST(GpuUseTest, EveryGpuTellsWhatItDoes) {
    const GpuReader reader(fake_library());
    const auto gpus = reader.read();
    ASSERT_EQ(gpus.size(), 3U);
    const GpuUse first{.name = "Fake H200",
                       .uuid = "GPU-aa11",
                       .memory = GpuMemory{.total_bytes = 1000, .free_bytes = 400},
                       .share = 0.75,
                       .temperature = 61.0,
                       .power = 320.5};
    EXPECT_EQ(gpus[0], first);
    EXPECT_EQ(gpus[2].name, "Fake L4");
}

TEST(GpuUseTest, WhatFailsIsMissing) {
    auto library = fake_library();
    library.uuid = nullptr;  // as of an old driver
    library.utilization = nullptr;
    library.mig_mode = nullptr;
    library.temperature = [](Device, int, unsigned int*) { return kFailed; };
    library.power = [](Device, unsigned int* milliwatts) {
        *milliwatts = 7;
        return kFailed;
    };
    auto gpus = GpuReader(library).read();
    ASSERT_EQ(gpus.size(), 3U);
    EXPECT_EQ(gpus[0],
              (GpuUse{.name = "Fake H200", .memory = GpuMemory{.total_bytes = 1000, .free_bytes = 400}}));
    library.memory = [](Device, GpuLibrary::Memory*) { return kFailed; };
    EXPECT_FALSE(GpuReader(library).read().front().memory);
    library.count = [](unsigned int*) { return kFailed; };
    EXPECT_TRUE(GpuReader(library).read().empty());
}

TEST(GpuUseTest, ALibraryThatDoesNotStartIsNotAsked) {
    auto library = fake_library();
    library.init = [] { return kFailed; };
    library.shutdown = [] {
        ADD_FAILURE() << "it did not start";
        return 0;
    };
    EXPECT_TRUE(GpuReader(library).read().empty());
}

TEST(GpuUseTest, AGpuOfOthersIsNotCounted) {
    auto library = fake_library();
    library.device = [](unsigned int index, Device* device) {
        *device = reinterpret_cast<Device>(&kFakes.at(index));
        return index == 0 ? kFailed : 0;
    };
    const auto gpus = GpuReader(library).read();
    ASSERT_EQ(gpus.size(), 2U);
    EXPECT_EQ(gpus[0].uuid, "GPU-bb22");
}

TEST(GpuUseTest, ThePartsOfAGpuHaveNotItsMemory) {
    auto library = fake_library();
    library.mig_mode = [](Device, unsigned int* now, unsigned int* later) {
        *now = 1;
        *later = 1;
        return 0;
    };
    EXPECT_FALSE(GpuReader(library).read().front().memory);
}

TEST(GpuUseTest, RunsAreOnTheFirstThatCudaShows) {
    auto library = fake_library();
    library.count = only_first;
    const auto one = GpuReader(library).read();
    EXPECT_EQ(first_cuda_gpu(one, {}), &one[0]);
    EXPECT_EQ(first_cuda_gpu({}, {}), nullptr);
    const auto alike = named({"H200", "H200", "H200"});
    EXPECT_EQ(first_cuda_gpu(alike, {}), &alike[0]);
    EXPECT_EQ(first_cuda_gpu(alike, {.visible = "2,0"}), &alike[2]);
    EXPECT_EQ(first_cuda_gpu(alike, {.visible = "GPU-1"}), &alike[1]);
    EXPECT_EQ(first_cuda_gpu(alike, {.visible = "GPU-7,GPU-1"}), nullptr);
}

TEST(GpuUseTest, WhereNoneIsShownThereIsNone) {
    const auto gpus = named({"H200", "H200"});
    for (const auto* hidden : {"", "-1", "2", "none", "MIG-1", "0x"})
        EXPECT_EQ(first_cuda_gpu(gpus, {.visible = hidden}), nullptr) << hidden;
}

TEST(GpuUseTest, CudaSortsDifferentGpusByTheirSpeed) {
    const auto gpus = named({"L4", "H200"});
    EXPECT_EQ(first_cuda_gpu(gpus, {}), nullptr);
    EXPECT_EQ(first_cuda_gpu(gpus, {.order = "FASTEST_FIRST"}), nullptr);
    EXPECT_EQ(first_cuda_gpu(gpus, {.order = "PCI_BUS_ID"}), &gpus[0]);
    EXPECT_EQ(first_cuda_gpu(gpus, {.visible = "1", .order = "PCI_BUS_ID"}), &gpus[1]);
    EXPECT_EQ(first_cuda_gpu(gpus, {.visible = "GPU-10"}), &gpus[1]);
}

TEST(GpuUseTest, MetricsAreWhatIsKnown) {
    EXPECT_TRUE(gpu_metrics({.name = "H200"}).empty());
    const auto values = gpu_metrics(GpuReader(fake_library()).read().front());
    const std::map<std::string, double> metrics(values.begin(), values.end());
    EXPECT_EQ(metrics, (std::map<std::string, double>{{"gpu_share", 0.75},
                                                      {"gpu_memory_bytes", 600.0},
                                                      {"gpu_temperature_celsius", 61.0},
                                                      {"gpu_power_watts", 320.5}}));
}

}  // namespace
}  // namespace tunebench
