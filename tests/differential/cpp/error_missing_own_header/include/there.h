#pragma once
#include "not_there.h"
static int there = 1;
