// The precompiled header of the test programs: that of the program, and the test library.
#pragma once

#include "precompiled.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
