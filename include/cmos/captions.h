// The whole library: from an episode's page and its sound to captions, chapters and what is wrong.
#pragma once

#include "cmos/attempt.h"
#include "cmos/captioner.h"
#include "cmos/check.h"
#include "cmos/configuration_keys.h"
#include "cmos/corrections.h"
#include "cmos/formats.h"
#include "cmos/import.h"
#include "cmos/installation.h"
#include "cmos/limits.h"
#include "cmos/outputs.h"
#include "cmos/publish.h"
#include "cmos/retime.h"
#include "cmos/settings.h"
#include "cmos/sound.h"
#include "cmos/stats.h"
#include "cmos/version.h"
