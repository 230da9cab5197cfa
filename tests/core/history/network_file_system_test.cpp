#include "core/history/network_file_system.h"

#include <gtest/gtest.h>

namespace tunebench {
namespace {

TEST(NetworkFileSystemTest, KnowsTheUsualOnes) {
    EXPECT_TRUE(is_network_file_system(0x6969));                // NFS
    EXPECT_TRUE(is_network_file_system(0xFF534D42));            // CIFS
    EXPECT_TRUE(is_network_file_system(0xFFFFFFFFFF534D42UL));  // the same, sign-extended by a signed f_type
}

TEST(NetworkFileSystemTest, LocalOnesAreNot) {
    EXPECT_FALSE(is_network_file_system(0xEF53));      // ext4
    EXPECT_FALSE(is_network_file_system(0x9123683E));  // btrfs
    EXPECT_FALSE(is_network_file_system(0x01021994));  // tmpfs
    EXPECT_FALSE(is_on_network("/nowhere/at/all"));
}

}  // namespace
}  // namespace tunebench
