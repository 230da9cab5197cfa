#include "core/jobs/mailbox.h"

#include <thread>

#include <gtest/gtest.h>

namespace tunebench {
namespace {

TEST(MailboxTest, AsksForOneWakeUpABatch) {
    Mailbox<int> box;
    EXPECT_TRUE(box.push(1));
    EXPECT_FALSE(box.push(2));
    EXPECT_EQ(box.take_all(), (std::vector<int>{1, 2}));
    EXPECT_TRUE(box.push(3));
}

TEST(MailboxTest, KeepsTheOrderBetweenThreads) {
    Mailbox<int> box;
    std::thread producer([&] {
        for (int i = 0; i < 20000; ++i)
            box.push(i);
    });
    std::vector<int> taken;
    while (taken.size() < 20000)
        for (const int message : box.take_all())
            taken.push_back(message);
    producer.join();
    for (int i = 0; i < 20000; ++i)
        ASSERT_EQ(taken[static_cast<std::size_t>(i)], i);
}

}  // namespace
}  // namespace tunebench
